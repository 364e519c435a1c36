using System.Collections;

namespace Lightning;

/// <summary>Several loaders evaluated one after the other, each with its own index.</summary>
/// <remarks>Python: <c>lightning.pytorch.utilities.CombinedLoader</c> in mode "sequential", the mode of evaluation and prediction.</remarks>
public sealed class CombinedLoader : IEnumerable
{
    /// <summary>Combines loaders.</summary>
    public CombinedLoader(params IEnumerable[] loaders) => this.loaders = loaders;

    /// <summary>The loaders, in their order.</summary>
    public IReadOnlyList<IEnumerable> loaders { get; }

    /// <summary>All batches of the first loader, then all of the second, and so on.</summary>
    public IEnumerator GetEnumerator()
    {
        foreach (var loader in loaders)
        {
            foreach (var batch in loader)
            {
                yield return batch;
            }
        }
    }
}
