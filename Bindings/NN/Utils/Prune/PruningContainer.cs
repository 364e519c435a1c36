using System.Collections;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class prune
            {
                /// <summary>Several methods, one after the other, each on what those before it left in. Python's <c>PruningContainer</c>.</summary>
                public sealed class PruningContainer : BasePruningMethod, IReadOnlyList<BasePruningMethod>
                {
                    private readonly List<BasePruningMethod> _methods;

                    /// <summary>A container of methods.</summary>
                    public PruningContainer(params BasePruningMethod[] args) => _methods = [.. args];

                    /// <inheritdoc/>
                    public override PruningType PRUNING_TYPE => _methods.Count > 0 ? _methods[^1].PRUNING_TYPE : PruningType.unstructured;

                    /// <inheritdoc/>
                    public override long dim => _methods.Count > 0 ? _methods[^1].dim : -1;

                    /// <summary>The number of methods.</summary>
                    public int Count => _methods.Count;

                    /// <summary>A method.</summary>
                    public BasePruningMethod this[int index] => _methods[index];

                    /// <summary>Adds a method behind the others.</summary>
                    public void add_pruning_method(BasePruningMethod method)
                    {
                        ArgumentNullException.ThrowIfNull(method);
                        _methods.Add(method);
                    }

                    /// <summary>The mask after the last method; those before it are in the mask given.</summary>
                    public override Tensor compute_mask(Tensor t, Tensor default_mask)
                    {
                        ArgumentNullException.ThrowIfNull(t);
                        ArgumentNullException.ThrowIfNull(default_mask);
                        if (_methods.Count == 0)
                        {
                            return aten.clone(default_mask);
                        }

                        using var scope = NewDisposeScope();
                        var method = _methods[^1];
                        var mask = aten.clone(default_mask);
                        switch (method.PRUNING_TYPE)
                        {
                            case PruningType.unstructured:
                                // A flat choice among the entries that are in.
                                var entries = aten.ne_Scalar(default_mask, 0);
                                var part = method.compute_mask(aten.masked_select(t, entries), aten.masked_select(default_mask, entries));
                                mask = aten.masked_scatter(mask, entries, part.to(mask.dtype));
                                break;
                            case PruningType.structured:
                                var along = method.dim < 0 ? method.dim + t.dim() : method.dim;
                                long[] others = [.. Enumerable.Range(0, (int)t.dim()).Select(d => (long)d).Where(d => d != along)];
                                var kept = others.Length == 0 ? default_mask : aten.sum_dim_IntList(default_mask, others);
                                var channels = aten.squeeze_dim(aten.nonzero(aten.ne_Scalar(kept, 0)), 1);
                                var among = method.compute_mask(aten.index_select(t, along, channels), aten.index_select(default_mask, along, channels));
                                mask = aten.index_copy(mask, along, channels, among.to(mask.dtype));
                                break;
                            default:
                                mask = method.compute_mask(t, default_mask);
                                break;
                        }

                        return mask.MoveToOuterDisposeScope();
                    }

                    /// <inheritdoc/>
                    public IEnumerator<BasePruningMethod> GetEnumerator() => _methods.GetEnumerator();

                    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
                }
            }
        }
    }
}
