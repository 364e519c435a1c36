namespace TorchSharp;

/// <summary>
/// A function's run whose saved tensors were thrown away, a <see cref="Slot"/> left for each. The first slot that backward asks for runs the
/// function again and fills them all; what was taken from a slot is gone from it, so that memory shrinks as backward proceeds.
/// </summary>
internal sealed class CheckpointedSegment
{
    private readonly Func<torch.Tensor[], torch.Tensor[]> function;
    private readonly torch.Tensor[] args;
    private readonly bool[] recorded;
    private readonly Surroundings surroundings;
    private readonly List<WeakReference<Slot>> slots = [];
    private readonly Lock gate = new();

    internal CheckpointedSegment(Func<torch.Tensor[], torch.Tensor[]> function, torch.Tensor[] args, Surroundings surroundings)
    {
        this.function = function;
        // Objects of our own: the caller may dispose his. What they came from is not needed.
        this.args = [.. args.Select(arg => arg.detach().DetachFromDisposeScope())];
        recorded = [.. args.Select(arg => arg.requires_grad)];
        this.surroundings = surroundings;
    }

    internal Slot Pack(torch.Tensor tensor)
    {
        var slot = new Slot(tensor.shape, tensor.dtype, tensor.device);
        tensor.Dispose();
        slots.Add(new WeakReference<Slot>(slot));
        return slot;
    }

    internal torch.Tensor Unpack(Slot slot)
    {
        lock (gate)
        {
            if (slot.Value is null)
            {
                Recompute();
            }

            torch.Tensor value = slot.Value ?? throw new InvalidOperationException(
                "torch.utils.checkpoint: the function saved fewer tensors when it ran again than at first; it has to compute the same each time");
            slot.Value = null;
            return value;
        }
    }

    private void Recompute()
    {
        int place = 0;
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable recording = torch.enable_grad();
        using IDisposable saving = torch.autograd.graph.saved_tensors_hooks<object?>(
            tensor =>
            {
                Keep(place++, tensor);
                return null;
            },
            _ => throw new InvalidOperationException("torch.utils.checkpoint: a checkpointed function must not call backward on what it computes"));
        torch.Tensor[] inputs = [.. args.Select((arg, i) => arg.detach().requires_grad_(recorded[i]))];
        surroundings.Again(() => function(inputs));
        if (place != slots.Count)
        {
            throw Differs($"it saved {slots.Count} tensors at first and {place} now");
        }
    }

    private void Keep(int place, torch.Tensor tensor)
    {
        if (place >= slots.Count)
        {
            throw Differs($"it saved {slots.Count} tensors at first and more now");
        }

        if (!slots[place].TryGetTarget(out Slot? slot))
        {
            tensor.Dispose();
            return;
        }

        if (!slot.Fits(tensor))
        {
            throw Differs($"tensor {place} that it saves is of shape [{string.Join(", ", tensor.shape)}], type {tensor.dtype} on {tensor.device} now, and was [{string.Join(", ", slot.Shape)}], {slot.Type} on {slot.Device}");
        }

        slot.Value = tensor.detach().DetachFromDisposeScope();
        tensor.Dispose();
    }

    private static InvalidOperationException Differs(string how) =>
        new($"torch.utils.checkpoint: the function does not compute the same when it runs again: {how}");

    /// <summary>Stands for a saved tensor.</summary>
    internal sealed class Slot(long[] shape, torch.ScalarType type, torch.Device device)
    {
        internal long[] Shape => shape;

        internal torch.ScalarType Type => type;

        internal torch.Device Device => device;

        internal torch.Tensor? Value { get; set; }

        internal bool Fits(torch.Tensor tensor) => tensor.shape.SequenceEqual(shape) && tensor.dtype == type && tensor.device.Equals(device);
    }
}
