namespace TorchSharp;

/// <summary>The kinds of device; the numbers are libtorch's.</summary>
public enum DeviceType : sbyte
{
    /// <summary>The host's processor and memory.</summary>
    CPU = 0,

    /// <summary>NVIDIA GPUs, and AMD's under ROCm.</summary>
    CUDA = 1,

    /// <summary>Intel's deep-learning library (reserved).</summary>
    MKLDNN = 2,

    /// <summary>OpenGL (reserved).</summary>
    OPENGL = 3,

    /// <summary>OpenCL (reserved).</summary>
    OPENCL = 4,

    /// <summary>IDEEP (reserved).</summary>
    IDEEP = 5,

    /// <summary>AMD's HIP.</summary>
    HIP = 6,

    /// <summary>FPGAs.</summary>
    FPGA = 7,

    /// <summary>Microsoft's MAIA, formerly MSNPU and ORT.</summary>
    MSNPU = 8,

    /// <summary>XLA and TPUs.</summary>
    XLA = 9,

    /// <summary>Vulkan.</summary>
    VULKAN = 10,

    /// <summary>Apple's Metal (reserved).</summary>
    METAL = 11,

    /// <summary>Intel GPUs.</summary>
    XPU = 12,

    /// <summary>Apple's Metal performance shaders.</summary>
    MPS = 13,

    /// <summary>Shapes and types without data.</summary>
    META = 14,
}
