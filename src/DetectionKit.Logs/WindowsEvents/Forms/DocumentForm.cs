using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents.Forms;

/// <summary>
/// The event's XML as an object, element by element: <c>Event.System.EventID</c>, <c>Event.EventData.Image</c>; attributes under
/// <c>#attributes</c> or with <c>@</c> before their name, text beside attributes as <c>#text</c>.
/// </summary>
internal sealed class DocumentForm : EventForm
{
    private const string AttributeMark = "#attributes.";
    private const string TextMark = "#text";

    public override bool Fits(LogRecord record) =>
        record.Has("Event.System.EventID") || record.Has("Event.System.EventID.#text") || record.Has("System.EventID") || record.Has("System.EventID.#text");

    public override void Flatten(LogRecord record)
    {
        var fields = record.ToFields();
        var (time, host, source, sourceType, text) = (record.Time, record.Host, record.Source, record.SourceType, record.Text);
        record.Clear();
        (record.Time, record.Host, record.Source, record.SourceType, record.Text) = (time, host, source, sourceType, text);
        List<string>? names = null;
        foreach (var (name, value) in fields)
        {
            var path = name.StartsWith("Event.", StringComparison.Ordinal) ? name["Event.".Length..] : name;
            if (path.StartsWith("System.", StringComparison.Ordinal))
                OfSystem(record, path["System.".Length..], value);
            else if (path.StartsWith("EventData.", StringComparison.Ordinal))
                OfEventData(record, path["EventData.".Length..], value, ref names);
            else if (path.StartsWith("UserData.", StringComparison.Ordinal))
                OfUserData(record, path["UserData.".Length..], value);
            else if (path is "RenderingInfo.Message")
                record.Add("Message", value);
        }
    }

    private static void OfSystem(LogRecord record, string path, Value value)
    {
        var (element, attribute) = Split(path);
        if (attribute is null)
        {
            record.Set(element, value);
            return;
        }

        if (element is "Provider" && attribute is "Name")
            record.Set("Provider_Name", value);
        record.Set(attribute, value);
    }

    // Data elements with names as attributes come as two lists: the names, and the texts.
    private static void OfEventData(LogRecord record, string path, Value value, ref List<string>? names)
    {
        switch (path)
        {
            case "Data{}.@Name" or "Data{}.#attributes.Name" or "Data.@Name" or "Data.#attributes.Name":
                names = [.. value.Items.Select(item => item.ToText())];
                return;
            case "Data{}.#text" or "Data.#text" when names is not null && names.Count == value.Count:
                for (var i = 0; i < names.Count; i++)
                    record.Set(names[i], value.Items[i]);
                return;
        }

        if (Split(path) is (var element, null))
            Leaf(record, element.EndsWith("{}", StringComparison.Ordinal) ? element[..^2] : element, value);
    }

    private static void OfUserData(LogRecord record, string path, Value value)
    {
        var (element, attribute) = Split(path);
        if (attribute is not null && attribute.StartsWith("xmlns", StringComparison.Ordinal))
            return;
        var leaf = attribute ?? element[(element.LastIndexOf('.') + 1)..];
        Leaf(record, leaf.EndsWith("{}", StringComparison.Ordinal) ? leaf[..^2] : leaf, value);
    }

    private static void Leaf(LogRecord record, string name, Value value)
    {
        if (EventFields.Identity.Contains(name))
            record.Add(name, value);
        else
            record.Set(name, value);
    }

    private static (string Element, string? Attribute) Split(string path)
    {
        if (path.EndsWith(TextMark, StringComparison.Ordinal) && path.Length > TextMark.Length)
            path = path[..^(TextMark.Length + 1)];
        if (path.StartsWith(AttributeMark, StringComparison.Ordinal))
            return ("", path[AttributeMark.Length..]);
        var mark = path.IndexOf("." + AttributeMark, StringComparison.Ordinal);
        if (mark >= 0)
            return (path[..mark], path[(mark + AttributeMark.Length + 1)..]);
        mark = path.IndexOf(".@", StringComparison.Ordinal);
        return mark >= 0 ? (path[..mark], path[(mark + 2)..]) : (path, null);
    }
}
