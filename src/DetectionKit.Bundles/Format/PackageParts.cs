using System.Text;
using System.Xml;

namespace DetectionKit.Bundles.Format;

/// <summary>What makes the archive a NuGet package: its content types and relations (ECMA-376 part 2) and its specification.</summary>
internal static class PackageParts
{
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Nuspec = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";

    public static byte[] ContentTypes() => Xml(xml =>
    {
        xml.WriteStartElement("Types", Types);
        foreach (var (extension, type) in new[]
                 {
                     ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                     ("nuspec", "application/octet"),
                     ("dll", "application/octet"),
                     ("pdb", "application/octet"),
                     ("json", "application/octet"),
                     ("sig", "application/octet"),
                 })
        {
            xml.WriteStartElement("Default", Types);
            xml.WriteAttributeString("Extension", extension);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    public static byte[] Relations(string id) => Xml(xml =>
    {
        xml.WriteStartElement("Relationships", Rels);
        xml.WriteStartElement("Relationship", Rels);
        xml.WriteAttributeString("Type", "http://schemas.microsoft.com/packaging/2010/07/manifest");
        xml.WriteAttributeString("Target", "/" + BundlePaths.Specification(id));
        xml.WriteAttributeString("Id", "R1");
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    public static byte[] Specification(string id, string version, int detections) => Xml(xml =>
    {
        xml.WriteStartElement("package", Nuspec);
        xml.WriteStartElement("metadata", Nuspec);
        xml.WriteElementString("id", Nuspec, id);
        xml.WriteElementString("version", Nuspec, version);
        xml.WriteElementString("authors", Nuspec, id);
        xml.WriteElementString("description", Nuspec, $"{detections} compiled detections.");
        xml.WriteStartElement("packageTypes", Nuspec);
        xml.WriteStartElement("packageType", Nuspec);
        xml.WriteAttributeString("name", "DetectionKitBundle");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("dependencies", Nuspec);
        xml.WriteStartElement("group", Nuspec);
        xml.WriteAttributeString("targetFramework", "net10.0");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static byte[] Xml(Action<XmlWriter> write)
    {
        using var output = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(output, settings))
            write(xml);
        return output.ToArray();
    }
}
