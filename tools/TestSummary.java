import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

// Counts the tests of all modules from surefire's reports, and names those that failed or were skipped, and why.
// Run as `java tools/TestSummary.java ROOT`; exits with 1 if a test failed or none ran.

final Map<String, List<String>> skipped = new TreeMap<>();
final List<String> failed = new ArrayList<>();
int passed;

void main(String[] args) throws Exception {
    for (Path report : reports(Path.of(args[0]))) {
        read(report);
    }
    failed.forEach(test -> IO.println("FAILED  " + test));
    skipped.forEach((reason, tests) -> {
        IO.println("SKIPPED " + tests.size() + (tests.size() == 1 ? " test: " : " tests: ") + reason);
        tests.stream().limit(5).forEach(test -> IO.println("          " + test));
        if (tests.size() > 5) {
            IO.println("          and " + (tests.size() - 5) + " more");
        }
    });
    int skips = skipped.values().stream().mapToInt(List::size).sum();
    IO.println("");
    IO.println(passed + " passed, " + failed.size() + " failed, " + skips + " skipped");
    System.exit(failed.isEmpty() && passed > 0 ? 0 : 1);
}

List<Path> reports(Path root) throws Exception {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> modules = Files.list(root)) {
        for (Path module : modules.sorted().toList()) {
            Path folder = module.resolve("target/surefire-reports");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).sorted().forEach(found::add);
                }
            }
        }
    }
    return found;
}

void read(Path report) throws Exception {
    NodeList cases = DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
        Element test = (Element) cases.item(i);
        String name = test.getAttribute("classname") + "." + test.getAttribute("name");
        Element skip = (Element) test.getElementsByTagName("skipped").item(0);
        if (test.getElementsByTagName("failure").getLength() + test.getElementsByTagName("error").getLength() > 0) {
            failed.add(name);
        } else if (skip != null) {
            skipped.computeIfAbsent(reason(skip), key -> new ArrayList<>()).add(name);
        } else {
            passed++;
        }
    }
}

// A disabled test has its reason as the message; a failed assumption has it in the first line of the stack trace.
String reason(Element skip) {
    String message = skip.getAttribute("message");
    String text = message.isBlank() ? skip.getTextContent().strip().lines().findFirst().orElse("") : message;
    String reason = text.replaceFirst("^org\\.opentest4j\\.TestAbortedException:? *", "")
            .replaceFirst("^Assumption failed: *", "")
            .strip();
    return reason.isEmpty() ? "(no reason given)" : reason;
}
