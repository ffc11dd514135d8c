using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Evtx;

/// <summary>Takes the parts of an XML document in their order. Elements nest properly; attributes come before content.</summary>
public interface IXmlSink
{
    /// <summary>An element begins.</summary>
    /// <param name="name">Its name.</param>
    void Open(string name);

    /// <summary>An attribute of the element that began last.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value: text, or a number where the source has one.</param>
    void Attribute(string name, Value value);

    /// <summary>Content of the innermost open element; may come in several pieces.</summary>
    /// <param name="value">The content: text, or a number where the source has one.</param>
    void Text(Value value);

    /// <summary>The innermost open element ends.</summary>
    void Close();
}
