namespace TorchSharp.Interop;

/// <summary>The shim's return codes; the twin of <c>tl_status</c> in torchlight.h.</summary>
internal enum NativeStatus
{
    Ok = 0,
    Error = 1,
    IndexError = 2,
    ValueError = 3,
    TypeError = 4,
    NotImplemented = 5,
    OutOfMemory = 6,
    LinAlgError = 7,
    NoSuchOperator = 8,
    BadArgument = 9,
    DistributedError = 10,
    ManagedError = 11,
    ScriptError = 12,
}
