using TorchSharp;
using static TorchSharp.torch;

namespace Fuzzing;

/// <summary>Threads that use, dispose, drop and replace the same tensors at the same time.</summary>
internal static class Threads
{
    private const int Shared = 16;

    // Beyond what malloc takes from its heap: who reads it after it was freed does not find it any more.
    private const int Big = 10_000_000;

    /// <summary>
    /// Does so, each thread so often. How many uses gave the value, how many said that the tensor is disposed, how many gave another value.
    /// </summary>
    public static (long Used, long Gone, long Wrong) Run(int threads, int uses)
    {
        var tensors = Enumerable.Range(0, Shared).Select(Make).ToArray();
        var (used, gone, wrong) = (0L, 0L, 0L);
        var workers = Enumerable.Range(0, threads).Select(number => new Thread(() =>
        {
            var random = new Random(number);
            for (var use = 0; use < uses; use++)
            {
                var place = random.Next(256) == 0 ? 0 : random.Next(1, Shared);
                try
                {
                    Interlocked.Increment(ref Use(random.Next(12), tensors, place) == place ? ref used : ref wrong);
                }
                catch (ObjectDisposedException)
                {
                    Interlocked.Increment(ref gone);
                    Volatile.Write(ref tensors[place], Make(place));
                }
            }
        })).ToArray();
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        return (used, gone, wrong);
    }

    private static Tensor Make(int place) => torch.full([place == 0 ? Big : 4], (float)place);

    // Some way to read the number that all elements are.
    private static double Use(int way, Tensor[] tensors, int place)
    {
        var tensor = Volatile.Read(ref tensors[place]);
        switch (way)
        {
            case 0:
                tensor.Dispose();
                return place;
            case 1:
                Volatile.Write(ref tensors[place], Make(place));
                return place;
            case 2:
                using (NewDisposeScope())
                {
                    return (tensor + 0).mean().item<float>();
                }

            case 3:
                using (NewDisposeScope())
                {
                    return torch.cat([tensor, tensor]).max().item<float>();
                }

            case 4:
                using (NewDisposeScope())
                {
                    var leaf = torch.ones(1).requires_grad_();
                    (leaf * tensor).mean().backward();
                    return leaf.grad!.item<float>();
                }

            case 5:
                return tensor.data<float>()[tensor.numel() - 1];
            case 6:
                return tensor.data<float>().ToArray()[0];
            case 7:
                return tensor.shape[0] is 4 or Big ? place : -1;
            default:
                return tensor[3].item<float>();
        }
    }
}
