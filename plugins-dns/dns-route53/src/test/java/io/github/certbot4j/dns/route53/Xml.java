package io.github.certbot4j.dns.route53;

import io.github.certbot4j.dns.contract.FakeRequest;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Elements of an XML document, as far as the fake reads them. */
record Xml(Element element) {

  static final String NAMESPACE = "https://route53.amazonaws.com/doc/2013-04-01/";

  /** The root of a body, which must be of Route 53's namespace. */
  static Xml parse(String body, String root) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      Element element =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(body)))
              .getDocumentElement();
      if (!element.getLocalName().equals(root) || !NAMESPACE.equals(element.getNamespaceURI())) {
        throw new FakeRequest.Strictness("the root element is " + element);
      }
      return new Xml(element);
    } catch (java.io.IOException
        | org.xml.sax.SAXException
        | javax.xml.parsers.ParserConfigurationException e) {
      throw new FakeRequest.Strictness("the body is not XML: " + e.getMessage());
    }
  }

  /** The elements of a name right below. */
  List<Xml> all(String name) {
    List<Xml> found = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && child.getLocalName().equals(name)) {
        found.add(new Xml(child));
      }
    }
    return found;
  }

  /** The one element at the end of a path. */
  Xml at(String... path) {
    Xml current = this;
    for (String name : path) {
      List<Xml> found = current.all(name);
      if (found.size() != 1) {
        throw new FakeRequest.Strictness(found.size() + " elements " + name);
      }
      current = found.get(0);
    }
    return current;
  }

  String text(String... path) {
    return at(path).element().getTextContent();
  }

  /** An element with text that is escaped here. */
  static String tag(String name, String text) {
    return "<" + name + ">" + text.replace("&", "&amp;").replace("<", "&lt;") + "</" + name + ">";
  }
}
