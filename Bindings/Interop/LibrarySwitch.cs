namespace TorchSharp.Interop;

/// <summary>libtorch's process-wide switches; the numbers are the shim's (tl_switch).</summary>
internal enum LibrarySwitch
{
    CuDnnEnabled = 1,
    CuDnnBenchmark = 2,
    CuDnnBenchmarkLimit = 3,
    CuDnnDeterministic = 4,
    CuDnnTf32 = 5,
    CuBlasTf32 = 6,
    CuBlasFp16Reduction = 7,
    CuBlasBf16Reduction = 8,
    MklDnnEnabled = 9,
    SdpFlash = 10,
    SdpMath = 11,
    SdpMemoryEfficient = 12,
    LinalgBackend = 13,
    QuantizedEngine = 14,
}
