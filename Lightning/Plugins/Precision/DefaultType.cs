namespace Lightning.Plugins;

/// <summary>Sets the default type of new tensors while it lives.</summary>
internal sealed class DefaultType : IDisposable
{
    private readonly torch.ScalarType _previous = torch.get_default_dtype();

    internal DefaultType(torch.ScalarType type) => torch.set_default_dtype(type);

    public void Dispose() => torch.set_default_dtype(_previous);
}
