using System.Reflection.Metadata;

namespace DetectionKit.Engine.Hosting.Policy;

/// <summary>A type, as an image's signatures name it.</summary>
internal abstract record Shape
{
    /// <summary>Nothing is returned.</summary>
    public static Shape Void { get; } = new Known(typeof(void));

    /// <summary>A type of the contract or the framework, closed.</summary>
    public sealed record Known(Type Type) : Shape
    {
        public override string ToString() => Type.Name;
    }

    /// <summary>A class of the image.</summary>
    public sealed record Defined(TypeDefinitionHandle Handle) : Shape
    {
        public override string ToString() => "a class of the image";
    }

    /// <summary>A reference to a place that holds one.</summary>
    public sealed record ByRef(Shape Element) : Shape
    {
        public override string ToString() => $"{Element}&";
    }
}
