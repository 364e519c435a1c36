using System.Runtime.CompilerServices;

[assembly: DisableRuntimeMarshalling]
[assembly: InternalsVisibleTo("Bindings.Tests")]
[module: SkipLocalsInit]
