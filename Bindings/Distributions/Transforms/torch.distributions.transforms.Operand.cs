namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>A parameter of a transform: one number, which takes the type of what it meets, or a tensor that the transform holds a view of.</summary>
            internal readonly record struct Operand(double Number, Tensor? Each)
            {
                internal long[] Shape => Each?.shape ?? [];

                internal static Operand Of(Tensor tensor)
                {
                    ArgumentNullException.ThrowIfNull(tensor);
                    return new(0, tensor.alias().DetachFromDisposeScope());
                }

                internal Tensor Plus(Tensor x) => Each is { } each ? x + each : x + Number;

                internal Tensor Less(Tensor x) => Each is { } each ? x - each : x - Number;

                internal Tensor Times(Tensor x) => Each is { } each ? x * each : x * Number;

                internal Tensor Divide(Tensor x) => Each is { } each ? x / each : x / Number;

                internal Tensor LogSizeLike(Tensor x) => Each is { } each ? each.abs().log() : full_like(x, Math.Log(Math.Abs(Number)));

                internal Tensor Sign() => Each is { } each ? each.sign() : tensor(Math.Sign(Number));

                internal bool IsSame(Operand other)
                {
                    if (Each is null || other.Each is null)
                    {
                        return Each is null && other.Each is null && Number.Equals(other.Number);
                    }

                    using DisposeScope scope = NewDisposeScope();
                    return Each.shape.AsSpan().SequenceEqual(other.Each.shape) && (Each == other.Each).all().item<bool>();
                }
            }
        }
    }
}
