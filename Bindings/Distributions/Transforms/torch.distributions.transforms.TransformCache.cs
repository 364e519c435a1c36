using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>The last input and output of a transform.</summary>
            /// <remarks>
            /// A pair is known by its tensor objects, and by the views of them that a cache handed out: so a chain of caching transforms finds its way back
            /// from the last output to the first input. The cache owns views of both, so that a caller may dispose what it got.
            /// </remarks>
            internal sealed class TransformCache
            {
                private static readonly ConditionalWeakTable<Tensor, Tensor> Originals = [];

                private readonly Lock gate = new();
                private (Tensor Known, Tensor View)? input;
                private (Tensor Known, Tensor View)? output;

                internal Tensor? OutputOf(Tensor x)
                {
                    lock (gate)
                    {
                        return input is { } pair && ReferenceEquals(pair.Known, Original(x)) ? ViewOf(output!.Value) : null;
                    }
                }

                internal Tensor? InputOf(Tensor y)
                {
                    lock (gate)
                    {
                        return output is { } pair && ReferenceEquals(pair.Known, Original(y)) ? ViewOf(input!.Value) : null;
                    }
                }

                internal void Remember(Tensor x, Tensor y)
                {
                    lock (gate)
                    {
                        Clear();
                        input = (Original(x), x.alias().DetachFromDisposeScope());
                        output = (Original(y), y.alias().DetachFromDisposeScope());
                    }
                }

                internal void Clear()
                {
                    lock (gate)
                    {
                        input?.View.Dispose();
                        output?.View.Dispose();
                        (input, output) = (null, null);
                    }
                }

                private static Tensor Original(Tensor tensor) => Originals.TryGetValue(tensor, out Tensor? original) ? original : tensor;

                private static Tensor ViewOf((Tensor Known, Tensor View) side)
                {
                    Tensor view = side.View.alias();
                    Originals.Add(view, side.Known);
                    return view;
                }
            }
        }
    }
}
