package dev.sluice.domain.cache;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a type of cached values is made of, in words: its records with their components, its enums with their constants
 * and its sealed interfaces with their cases. Two releases in which the words are the same can read each other's values.
 */
public final class SchemaFingerprint {

    private final Set<Type> seen = new HashSet<>();
    private final Set<String> parts = new TreeSet<>();

    private SchemaFingerprint() {}

    public static String of(Class<?> type) {
        SchemaFingerprint fingerprint = new SchemaFingerprint();
        fingerprint.visit(type);
        return String.join(";", fingerprint.parts);
    }

    private void visit(Type type) {
        if (!seen.add(type)) {
            return;
        }
        switch (type) {
            case ParameterizedType generic -> {
                visit(generic.getRawType());
                Arrays.stream(generic.getActualTypeArguments()).forEach(this::visit);
            }
            case Class<?> form -> visitClass(form);
            case GenericArrayType array -> visit(array.getGenericComponentType());
            case WildcardType any -> Arrays.stream(any.getUpperBounds()).forEach(this::visit);
            default -> parts.add(type.getTypeName());
        }
    }

    private void visitClass(Class<?> form) {
        if (form.isRecord()) {
            parts.add(form.getName() + "(" + describe(form.getRecordComponents()) + ")");
            Arrays.stream(form.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(this::visit);
        } else if (form.isArray()) {
            visit(form.getComponentType());
        } else if (form.isEnum()) {
            parts.add(form.getName() + names(form.getEnumConstants()));
        } else if (form.isSealed()) {
            parts.add(form.getName() + Arrays.toString(form.getPermittedSubclasses()));
            Arrays.stream(form.getPermittedSubclasses()).forEach(this::visit);
        } else {
            parts.add(form.getName());
        }
    }

    private static List<String> names(Object[] constants) {
        return Arrays.stream(constants)
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    private static String describe(RecordComponent[] components) {
        return Arrays.stream(components)
                .map(component ->
                        component.getName() + " " + component.getGenericType().getTypeName())
                .collect(Collectors.joining(","));
    }
}
