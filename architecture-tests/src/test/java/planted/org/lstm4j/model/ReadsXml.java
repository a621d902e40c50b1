package planted.org.lstm4j.model;

import javax.xml.parsers.DocumentBuilderFactory;

/// Offends on purpose: XML brings entities, and entities bring files.
public final class ReadsXml {

    DocumentBuilderFactory parsers() {
        return DocumentBuilderFactory.newInstance();
    }
}
