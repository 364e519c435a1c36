namespace Bindings.Tests.Cuda;

/// <summary>What a test marked Cuda needs beyond a device.</summary>
public enum CudaPart
{
    /// <summary>Nothing.</summary>
    Device,

    /// <summary>The allocator's account: libtorch 2.9, or a shim built with CUDA's headers.</summary>
    Allocator,

    /// <summary>Recorded graphs: libtorch 2.14, or a shim built with CUDA's headers.</summary>
    Graphs,

    /// <summary>A device that computes with bfloat16.</summary>
    Bfloat16,

    /// <summary>cuDNN.</summary>
    CuDnn,

    /// <summary>NCCL.</summary>
    Nccl,

    /// <summary>The time between events.</summary>
    EventTimes,

    /// <summary>A second device.</summary>
    SeveralDevices,
}
