namespace DetectionKit.Language.Spl.Parsing;

/// <summary>Where in a search a command can stand.</summary>
internal enum CommandPlace
{
    /// <summary>Only behind another: it works on rows.</summary>
    Later,

    /// <summary>Only first: it makes events or rows.</summary>
    First,

    /// <summary>Both; it says itself what is wrong.</summary>
    Anywhere,
}
