namespace DetectionKit.Engine.Hosting.Policy.Verification;

/// <summary>Which of an image's classes can stand where which type is asked for.</summary>
/// <param name="image">The image's symbols.</param>
internal sealed class ImageClasses(ImageSymbols image)
{
    /// <summary>Whether what lies on the stack may go where a value of the type is asked for.</summary>
    public bool Fits(Slot slot, Shape target) => target switch
    {
        Shape.ByRef place => slot.Kind == SlotKind.Pointer && place.Element.Equals(slot.Shape),
        Shape.Defined => slot.Kind == SlotKind.Null || (slot.Kind == SlotKind.Object && target.Equals(slot.Shape)),
        Shape.Known { Type.IsValueType: true } => Slot.Of(target) is var asked && asked.Kind == slot.Kind && Equals(asked.Shape, slot.Shape),
        Shape.Known { Type: var type } => slot.Kind == SlotKind.Null || (slot.Kind == SlotKind.Object && FitsClass(slot.Shape!, type)),
        _ => false,
    };

    /// <summary>What an entry is after two ways met, or null where they do not go together.</summary>
    public Slot? Merge(Slot a, Slot b)
    {
        if (a == b)
            return a;
        if (b.Kind == SlotKind.Null && a.Kind == SlotKind.Object)
            return a with { IsThis = false };
        if (a.Kind == SlotKind.Null && b.Kind == SlotKind.Object)
            return b with { IsThis = false };
        if (a.Kind != b.Kind)
            return null;
        if (a.Kind == SlotKind.Object)
            return new(SlotKind.Object, Equals(a.Shape, b.Shape) || Fits(b, a.Shape!) ? a.Shape : Fits(a, b.Shape!) ? b.Shape : new Shape.Known(typeof(object)));
        return Equals(a.Shape, b.Shape) && a.Kind != SlotKind.Method ? a with { Writable = a.Writable && b.Writable } : null;
    }

    private bool FitsClass(Shape shape, Type type) => shape switch
    {
        Shape.Known known => known.Type.IsAssignableTo(type),
        Shape.Defined defined => type == typeof(object) || image.Metadata.GetTypeDefinition(defined.Handle).GetInterfaceImplementations()
            .Any(implemented => image.ShapeOf(image.Metadata.GetInterfaceImplementation(implemented).Interface) is Shape.Known known && known.Type.IsAssignableTo(type)),
        _ => false,
    };
}
