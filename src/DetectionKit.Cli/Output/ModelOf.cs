using DetectionKit.Abstractions.Models;

namespace DetectionKit.Cli.Output;

/// <summary>The data model of a type of events, looked up once.</summary>
/// <typeparam name="TEvent">The type.</typeparam>
internal static class ModelOf<TEvent>
    where TEvent : ModelEvent
{
    public static readonly DataModel<TEvent> Value = ModelCatalogue.All.OfType<DataModel<TEvent>>().First();
}
