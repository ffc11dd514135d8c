namespace DetectionKit.Logs.Evtx.BinXml;

/// <summary>The tokens of binary XML (MS-EVEN6 2.2.12); <see cref="More"/> says that attributes, or more pieces, follow.</summary>
internal static class BinXmlToken
{
    public const byte More = 0x40;

    public const byte EndOfFragment = 0x00;
    public const byte OpenStartElement = 0x01;
    public const byte CloseStartElement = 0x02;
    public const byte CloseEmptyElement = 0x03;
    public const byte EndElement = 0x04;
    public const byte Value = 0x05;
    public const byte Attribute = 0x06;
    public const byte CData = 0x07;
    public const byte CharacterReference = 0x08;
    public const byte EntityReference = 0x09;
    public const byte ProcessingTarget = 0x0a;
    public const byte ProcessingData = 0x0b;
    public const byte TemplateInstance = 0x0c;
    public const byte NormalSubstitution = 0x0d;
    public const byte OptionalSubstitution = 0x0e;
    public const byte FragmentHeader = 0x0f;

    /// <summary>The token without <see cref="More"/>.</summary>
    public static byte Kind(byte token) => (byte)(token & ~More);
}
