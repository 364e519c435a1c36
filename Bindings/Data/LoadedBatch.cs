using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A batch that was made and not yet delivered: its tensors are in no dispose scope.</summary>
internal sealed class LoadedBatch<S>(S value, IReadOnlyList<IDisposable> owned) : IDisposable
{
    public S Value => value;

    /// <summary>Puts the tensors into the calling thread's scope, if one is open.</summary>
    public void Attach()
    {
        if (CurrentDisposeScope is { } scope)
        {
            foreach (var item in owned)
            {
                scope.Attach(item);
            }
        }
    }

    public void Dispose()
    {
        foreach (var item in owned)
        {
            item.Dispose();
        }
    }
}
