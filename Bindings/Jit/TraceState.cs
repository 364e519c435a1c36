using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Puts buffers and the default generator back to what they were: running a program for its trace's sake must not train it.</summary>
internal sealed class TraceState : IDisposable
{
    private readonly List<(Tensor Buffer, Tensor Before)> buffers = [];
    private readonly Tensor generator;

    internal TraceState(nn.Module? module)
    {
        foreach (var (_, buffer) in module?.named_buffers() ?? [])
        {
            buffers.Add((buffer, buffer.detach().clone().DetachFromDisposeScope()));
        }

        generator = get_rng_state().DetachFromDisposeScope();
    }

    public void Dispose()
    {
        using (no_grad())
        {
            foreach (var (buffer, before) in buffers)
            {
                if (buffer.shape.AsSpan().SequenceEqual(before.shape) && !ops.aten.equal(buffer, before))
                {
                    buffer.copy_(before);
                }

                before.Dispose();
            }
        }

        set_rng_state(generator);
        generator.Dispose();
    }
}
