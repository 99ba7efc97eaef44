# The worker. Any number may run.
# Build the jars first (mvn -DskipTests package), then, from the project's folder:
#   docker build -f deploy/container/worker.Dockerfile -t sluice-worker .
FROM eclipse-temurin:25-jre-noble AS layers
WORKDIR /build
COPY app-worker/target/app-worker-*-exec.jar application.jar
RUN ["java", "-Djarmode=tools", "-jar", "application.jar", "extract", "--layers", "--destination", "layers"]

FROM eclipse-temurin:25-jre-noble
# By number, so that Kubernetes can tell that it is not root. It owns nothing here and needs to write only to /tmp.
RUN ["useradd", "--uid", "10001", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "sluice"]
WORKDIR /application
# What changes least comes first, so that a release adds its own classes and the notes of its training run, and no library.
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
# A worker waits more than it computes: the simple collector and the quick compiler let it start sooner and leave the
# processors to the database. Its heap begins small, for on a large machine the JVM would take a sixty-fourth of it at once,
# but with room for new objects, so that it does not collect them many times a second.
# Room for code and classes is only reserved: with the JVM's own sizes it stops for collections of the whole heap as it
# starts, and again as its code grows. Flags of your own take the place of these.
ENV JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms64m -XX:NewSize=24m -XX:ReservedCodeCacheSize=240m -XX:MetaspaceSize=128m"
# A training run, without any of the services, notes what a start loads and links (JEP 483, JEP 514): each start then takes
# about half the time. With another collector than here the JVM leaves the notes aside. What it has seen of each method is
# not among them (JEP 515): from a run without requests the compiler would learn not to inline what each request needs.
RUN ["java", "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining", "-XX:AOTCacheOutput=application.aot", "-Dspring.context.exit=onRefresh", "-jar", "application.jar", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:9/none", "--sluice.redis.uri=redis://127.0.0.1:9", "--spring.mail.host=127.0.0.1", "--sluice.mail.from=none@example.com", "--sluice.youtube.api-key=none"]
USER 10001:10001
EXPOSE 8081
STOPSIGNAL SIGTERM
# The image has no curl. Kubernetes ignores this and asks by itself.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8081} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r -t 2 line <&3 && [[ $line == *' 200'* ]]"]
# Java is the first process and hears SIGTERM itself.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-XX:AOTCache=application.aot", "-jar", "application.jar"]
