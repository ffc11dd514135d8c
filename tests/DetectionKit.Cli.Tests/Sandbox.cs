namespace DetectionKit.Cli.Tests;

/// <summary>A small repository of detections in a temporary folder: this one's rules and two of its datasets.</summary>
internal sealed class Sandbox : IDisposable
{
    public const string Attack = "datasets/T1571/http_on_8088";
    public const string Benign = "datasets/benign/http_on_80";
    public const string Rule = "detections/network/protocol_or_port_mismatch.yml";

    public Sandbox()
    {
        Folder = Directory.CreateTempSubdirectory("dk-cli-").FullName;
        Directory.CreateDirectory(Path.Combine(Folder, ".git"));
        foreach (var path in new[] { "detections/macros", "detections/lookups", Attack, Benign })
            Copy(path);
        CopyFile(Rule);
    }

    public string Folder { get; }

    public static string Capture(string dataset) => $"{dataset}/capture.pcap";

    public string PathOf(string path) => Path.Combine(Folder, path);

    public Finished Dk(params string[] arguments) => Tests.Dk.Run(Folder, arguments);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Copy(string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Tests.Dk.Root, folder)))
            CopyFile(Path.Combine(folder, Path.GetFileName(file)));
    }

    private void CopyFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.Copy(Path.Combine(Tests.Dk.Root, path), PathOf(path));
    }
}
