using System.Runtime.CompilerServices;

[assembly: DisableRuntimeMarshalling]
[assembly: InternalsVisibleTo("Bindings.Tests")]
[assembly: InternalsVisibleTo("Onnx.Tests")]
[assembly: InternalsVisibleTo("Torchlight.Numerics")]
[module: SkipLocalsInit]
