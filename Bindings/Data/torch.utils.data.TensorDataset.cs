using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Wraps tensors that share their first dimension: sample <c>i</c> is the list of each tensor's <c>i</c>-th entry.</summary>
            /// <param name="tensors">At least one; the dataset does not dispose them.</param>
            /// <exception cref="ArgumentException">There is none, or their first dimensions differ.</exception>
            public static TensorDataset TensorDataset(params Tensor[] tensors) => new(tensors);

            /// <summary>Wraps two tensors that share their first dimension: sample <c>i</c> is the pair of their <c>i</c>-th entries.</summary>
            /// <param name="first">Inputs, say; the dataset does not dispose them.</param>
            /// <param name="second">Targets, say; the dataset does not dispose them.</param>
            /// <exception cref="ArgumentException">Their first dimensions differ.</exception>
            public static TensorPairDataset TensorPairDataset(Tensor first, Tensor second) => new(first, second);
        }
    }
}
