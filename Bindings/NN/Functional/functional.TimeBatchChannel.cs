namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Convolution over the first dimension of (time, batch, channels). Python's <c>conv_tbc</c>.</summary>
            /// <param name="input">(T, N, in).</param>
            /// <param name="weight">(kernel, in, out).</param>
            /// <param name="bias">(out).</param>
            /// <param name="pad">How many zeros stand before and behind; default 0.</param>
            public static Tensor conv_tbc(Tensor input, Tensor weight, Tensor bias, long pad = 0) => ops.aten.conv_tbc(input, weight, bias, pad);
        }
    }
}
