using System.Xml;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Structured;

/// <summary>XML as values: <c>a.b</c> for elements, <c>a{@id}</c> for attributes. Names go without their prefix's namespace, as written.</summary>
internal static class XmlTree
{
    /// <summary>The leaves of a tree whose root's name begins every path.</summary>
    public static IEnumerable<(string Path, Value Value)> Leaves(XmlElement root) => Leaves(root, root.Name);

    /// <summary>An element as one value: its text, or its inner XML where it has children.</summary>
    public static Value ValueOf(XmlElement element) =>
        Value.Of(element.ChildNodes.OfType<XmlElement>().Any() ? element.InnerXml : element.InnerText.Trim());

    private static IEnumerable<(string Path, Value Value)> Leaves(XmlElement element, string path)
    {
        foreach (XmlAttribute attribute in element.Attributes)
        {
            if (!attribute.Name.StartsWith("xmlns", StringComparison.Ordinal))
                yield return ($"{path}{{@{attribute.Name}}}", Value.Of(attribute.Value));
        }

        var hasChildren = false;
        foreach (var child in element.ChildNodes.OfType<XmlElement>())
        {
            hasChildren = true;
            foreach (var leaf in Leaves(child, $"{path}.{child.Name}"))
                yield return leaf;
        }

        if (!hasChildren && element.InnerText.Trim() is { Length: > 0 } text)
            yield return (path, Value.Of(text));
    }
}
