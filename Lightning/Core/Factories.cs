namespace Lightning;

/// <summary>Where and in which type this thread's new tensors are, until it is disposed.</summary>
internal sealed class Factories : IDisposable
{
    private readonly DefaultType _type;
    private readonly Device _before = torch.get_default_device();

    internal Factories(torch.ScalarType type, Device device)
    {
        _type = new DefaultType(type);
        torch.set_default_device(device);
    }

    public void Dispose()
    {
        torch.set_default_device(_before);
        _type.Dispose();
    }
}
