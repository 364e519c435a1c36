namespace Lightning;

/// <summary>Something with a state to be kept in checkpoints: <see cref="Fabric.save"/> and <see cref="Fabric.load"/> treat it as they do a module.</summary>
public interface IStateful
{
    /// <summary>What to keep. Values: see <c>torch.serialization.save</c>.</summary>
    Dictionary<string, object?> state_dict();

    /// <summary>Takes back what <see cref="state_dict"/> kept.</summary>
    /// <param name="state_dict">What was kept.</param>
    void load_state_dict(IReadOnlyDictionary<string, object?> state_dict);
}
