namespace TorchSharp;

/// <summary>Both ways to run a function whose backward runs it again.</summary>
internal static class Checkpoint
{
    internal static torch.Tensor[] Run(Func<torch.Tensor[], torch.Tensor[]> function, torch.Tensor[] args, bool reentrant, bool preserveRandom)
    {
        foreach (torch.Tensor arg in args)
        {
            ArgumentNullException.ThrowIfNull(arg, nameof(args));
        }

        if (!torch.is_grad_enabled())
        {
            return function(args);
        }

        var surroundings = new Surroundings(preserveRandom);
        if (reentrant)
        {
            return [.. ReentrantCheckpoint.apply([function, surroundings, .. args])];
        }

        var segment = new CheckpointedSegment(function, args, surroundings);
        using (torch.autograd.graph.saved_tensors_hooks<CheckpointedSegment.Slot>(segment.Pack, segment.Unpack))
        {
            return function(args);
        }
    }
}
