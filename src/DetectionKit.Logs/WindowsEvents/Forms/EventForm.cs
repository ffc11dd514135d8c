using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents.Forms;

/// <summary>A form in which a collector writes Windows events as objects. A class with a parameterless constructor; <see cref="EventForms"/> finds it.</summary>
internal abstract class EventForm
{
    /// <summary>Whether the record has this form. Cheap: it is asked of every object.</summary>
    public abstract bool Fits(LogRecord record);

    /// <summary>Gives the fields the names that the event's XML has.</summary>
    public abstract void Flatten(LogRecord record);
}
