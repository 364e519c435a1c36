namespace TorchSharp;

/// <summary>How exactly products of float32 matrices are computed (torch.set_float32_matmul_precision).</summary>
public enum Float32MatmulPrecision
{
    /// <summary>In float32.</summary>
    highest,

    /// <summary>Inputs of 10 bits, or of twice 8, where that is faster.</summary>
    high,

    /// <summary>Inputs of 8 bits (bfloat16) where that is faster.</summary>
    medium,
}
