namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>An end of an interval: one number for all, or a tensor of them.</summary>
            internal readonly record struct Bound(double Number, Tensor? Each = null, bool Whole = false)
            {
                /// <summary>The end as one number.</summary>
                /// <exception cref="InvalidOperationException">It is a tensor of several numbers.</exception>
                internal double Single => Each switch
                {
                    null => Number,
                    { } each when each.numel() == 1 => One(each),
                    { } each => throw new InvalidOperationException($"the bound is a tensor of shape {Distribution.Python(each.shape)}, not one number"),
                };

                public override string ToString() =>
                    Each is { } each ? Distribution.Describe(each, whole: true) : Whole ? $"{(long)Number}" : Distribution.PythonFloat(Number);

                internal Tensor AtMost(Tensor value) => Each is { } each ? value >= each : value >= Number;

                internal Tensor Below(Tensor value) => Each is { } each ? value > each : value > Number;

                internal Tensor AtLeast(Tensor value) => Each is { } each ? value <= each : value <= Number;

                internal Tensor Above(Tensor value) => Each is { } each ? value < each : value < Number;

                private static double One(Tensor each)
                {
                    using Tensor wide = each.detach().to_type(ScalarType.Float64);
                    return wide.item<double>();
                }
            }
        }
    }
}
