using System.Xml.XPath;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Structured;

/// <summary>A path of XPath 1.0 as a rule writes it. Made once; immutable.</summary>
/// <param name="path">The path.</param>
public sealed class XPathText(string path)
{
    /// <summary>What is wrong with a path; null: nothing.</summary>
    /// <param name="path">The path.</param>
    public static string? Fault(string path)
    {
        try
        {
            XPathExpression.Compile(path);
            return null;
        }
        catch (Exception fault) when (fault is XPathException or ArgumentException)
        {
            return fault.Message;
        }
    }

    /// <summary>What the path finds in a text of XML: attributes and texts by their value, elements by their text, numbers and truth values as they are. Absent where it finds nothing.</summary>
    /// <param name="xml">The document.</param>
    public Value Find(string xml)
    {
        if (StructuredText.TryXml(xml) is not { } root || root.CreateNavigator() is not { } navigator)
            return Value.Null;
        try
        {
            navigator.MoveToRoot();
            return navigator.Evaluate(XPathExpression.Compile(path)) switch
            {
                XPathNodeIterator nodes => Value.OfMany(nodes.Cast<XPathNavigator>().Take(StructuredText.MostLeaves).Select(node => Value.Of(node.Value.Trim()))),
                double number => Value.Of(number),
                bool truth => Value.Of(truth ? "true" : "false"),
                string text => Value.Of(text),
                _ => Value.Null,
            };
        }
        catch (XPathException)
        {
            // A prefix that the document does not declare: the path finds nothing in it.
            return Value.Null;
        }
    }
}
