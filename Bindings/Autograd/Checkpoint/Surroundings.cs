namespace TorchSharp;

/// <summary>What a function's result depends on beside its arguments: random generators and autocast. Noted before it runs, set when it runs again.</summary>
internal sealed class Surroundings
{
    private readonly torch.Generator? current = torch.random.Current;
    private readonly List<(Func<torch.Generator> generator, torch.Tensor state)> states = [];
    private readonly (bool enabled, torch.ScalarType dtype) cpu = Autocast.Read(DeviceType.CPU);
    private readonly (bool enabled, torch.ScalarType dtype) cuda = Autocast.Read(DeviceType.CUDA);
    private readonly bool cached = Autocast.CacheEnabled;

    internal Surroundings(bool random)
    {
        if (random)
        {
            Note(() => torch.Generator.Default);
            if (current is { } generator)
            {
                Note(() => generator);
            }

            for (int device = 0; device < torch.cuda.device_count(); device++)
            {
                int index = device;
                Note(() => torch.Generator.DefaultOf(new torch.Device(DeviceType.CUDA, index)));
            }
        }
    }

    /// <summary>Runs a body as it ran when this was noted; then everything is as it was before.</summary>
    internal T Again<T>(Func<T> body)
    {
        List<torch.Tensor> now = [];
        try
        {
            foreach ((Func<torch.Generator> generator, torch.Tensor state) in states)
            {
                torch.Generator one = generator();
                now.Add(one.get_state());
                one.set_state(state);
            }

            using IDisposable draws = torch.random.Use(current);
            using var onCpu = new Autocast(DeviceType.CPU, cpu.dtype, cpu.enabled, cached);
            using var onCuda = new Autocast(DeviceType.CUDA, cuda.dtype, cuda.enabled, cached);
            return body();
        }
        finally
        {
            for (int i = 0; i < now.Count; i++)
            {
                states[i].generator().set_state(now[i]);
                now[i].Dispose();
            }
        }
    }

    private void Note(Func<torch.Generator> generator) => states.Add((generator, generator().get_state().DetachFromDisposeScope()));
}
