using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class backends
    {
        public static partial class cuda
        {
            /// <summary>Products of matrices (torch.backends.cuda.matmul).</summary>
            public static class matmul
            {
                /// <summary>Whether float32 matrices may be multiplied as TF32, with 10 bits; off at the start.</summary>
                public static bool allow_tf32
                {
                    get => LibrarySwitches.IsOn(LibrarySwitch.CuBlasTf32, "torch.backends.cuda.matmul.allow_tf32");
                    set => LibrarySwitches.Turn(LibrarySwitch.CuBlasTf32, value, "torch.backends.cuda.matmul.allow_tf32");
                }

                /// <summary>Whether products of float16 matrices may be summed in float16; on at the start.</summary>
                public static bool allow_fp16_reduced_precision_reduction
                {
                    get => LibrarySwitches.IsOn(LibrarySwitch.CuBlasFp16Reduction, "torch.backends.cuda.matmul.allow_fp16_reduced_precision_reduction");
                    set => LibrarySwitches.Turn(
                        LibrarySwitch.CuBlasFp16Reduction, value, "torch.backends.cuda.matmul.allow_fp16_reduced_precision_reduction");
                }

                /// <summary>Whether products of bfloat16 matrices may be summed in bfloat16; on at the start.</summary>
                /// <exception cref="TorchNotImplementedException">libtorch is older than 2.0.</exception>
                public static bool allow_bf16_reduced_precision_reduction
                {
                    get => LibrarySwitches.IsOn(LibrarySwitch.CuBlasBf16Reduction, "torch.backends.cuda.matmul.allow_bf16_reduced_precision_reduction");
                    set => LibrarySwitches.Turn(
                        LibrarySwitch.CuBlasBf16Reduction, value, "torch.backends.cuda.matmul.allow_bf16_reduced_precision_reduction");
                }
            }
        }
    }
}
