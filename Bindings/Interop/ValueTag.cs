namespace TorchSharp.Interop;

/// <summary>What a <see cref="Value"/> holds; the twin of <c>tl_tag</c> in torchlight.h.</summary>
internal enum ValueTag
{
    None = 0,
    Tensor = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    Complex = 5,
    Device = 6,
    String = 7,
    Generator = 8,
    IntList = 9,
    DoubleList = 10,
    BoolList = 11,
    TensorList = 12,
    OptionalTensorList = 13,
    ScalarList = 14,
    StringList = 15,
    Storage = 16,
    Stream = 17,
    Default = 18,
    List = 19,
    Tuple = 20,
    Dict = 21,
    Object = 22,
}
