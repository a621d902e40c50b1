package org.lstm4j.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/// The one script and the one style sheet of a page, and the policy that lets
/// the browser run them and nothing else.
///
/// @param script uPlot and our own code
/// @param style uPlot's style sheet and our own
/// @param images where pictures may come from: `data:`, or empty for nowhere
record PageAssets(String script, String style, String images) {

    /// What every page has and, after that, what only some have.
    ///
    /// @param styles names of style sheets beside the common one
    /// @param scripts names of scripts beside the common ones
    static PageAssets load(List<String> styles, List<String> scripts) {
        String licence = resource("uplot/LICENSE");
        String library = resource("uplot/uPlot.iife.min.js");
        // the library's first comment names its site; the licence says more, and leaves the page without any address
        String withoutBanner = library.substring(library.indexOf("*/") + 2);
        String script = "/*\nuPlot 1.6.32\n" + licence + "\n*/" + withoutBanner + "\n" + ownScript(scripts);
        StringBuilder style = new StringBuilder(resource("uplot/uPlot.min.css") + "\n" + resource("report.css"));
        styles.forEach(name -> style.append(resource(name + ".css")));
        return new PageAssets(script, style.toString(), "");
    }

    /// The same for a page that carries pictures within itself.
    PageAssets withInlineImages() {
        return new PageAssets(script, style, "data:");
    }

    /// The same with more style at the end.
    PageAssets withStyle(String more) {
        return new PageAssets(script, style + more, images);
    }

    /// Our own files as one block, so that their names stay among themselves.
    private static String ownScript(List<String> more) {
        StringBuilder script = new StringBuilder("(() => {\n\"use strict\";\n");
        for (String part : List.of("numbers", "times", "chart", "page")) {
            script.append(resource("script/" + part + ".js"));
        }
        more.forEach(part -> script.append(resource("script/" + part + ".js")));
        return script.append("})();\n").toString();
    }

    /// The content security policy: no request leaves the page, no script or style
    /// runs but the two whose hashes are named.
    String policy() {
        return "default-src 'none'; script-src " + source(script) + "; style-src " + source(style)
                + (images.isEmpty() ? "" : "; img-src " + images) + "; base-uri 'none'; form-action 'none'";
    }

    private static String source(String text) {
        return "'sha256-" + Base64.getEncoder().encodeToString(sha256(text)) + "'";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Line ends as the browser hashes them, however the file was checked out.
    private static String resource(String name) {
        try (InputStream bytes = PageAssets.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("resource " + name + " is missing from the report module");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
