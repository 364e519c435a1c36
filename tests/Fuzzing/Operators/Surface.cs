using System.Reflection;
using TorchSharp;

namespace Fuzzing.Operators;

/// <summary>
/// The functions that programs call: torch, nn.functional, linalg and their kin, a tensor's methods, properties and operators, and transforms of pictures and
/// sounds.
/// </summary>
internal static class Surface
{
    private static readonly (string Name, Type Type)[] Places =
    [
        ("torch", typeof(torch)), ("Tensor", typeof(torch.Tensor)), ("functional", typeof(torch.nn.functional)), ("linalg", typeof(torch.linalg)),
        ("fft", typeof(torch.fft)), ("special", typeof(torch.special)), ("sparse", typeof(torch.sparse_)), ("init", typeof(torch.nn.init)),
        ("nested", typeof(torch.nested)), ("extensions", typeof(TensorExtensionMethods)), ("vision", typeof(torchvision.transforms.functional)),
        ("pictures", typeof(torchvision.utils)), ("audio", typeof(torchaudio.functional)),
    ];

    // What changes the process for the calls that follow, or ends what a call is given.
    private static readonly string[] Kept =
    [
        "set_", "use_", "manual_seed", "seed", "save", "Save", "load", "Load", "Dispose", "Detach", "MoveTo", "Initialize", "TryInitialize", "print", "from_file", "NewDisposeScope",
        "WrappedTensorDisposeScope", "no_grad", "enable_grad", "inference_mode", "get_rng_state", "register_", "share_memory",
    ];

    /// <summary>All whose arguments can be made, each overload by its number.</summary>
    public static IEnumerable<Operator> All() => Places.SelectMany(place => place.Type
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(IsCalled)
        .GroupBy(method => method.Name, StringComparer.Ordinal)
        .OrderBy(overloads => overloads.Key, StringComparer.Ordinal)
        .SelectMany(overloads => overloads.Select((method, number) => new Operator($"{place.Name}.{overloads.Key}.{number}", method))));

    private static bool IsCalled(MethodInfo method) =>
        !method.IsGenericMethodDefinition && !method.IsAbstract && !method.ReturnType.IsByRef && !method.ReturnType.IsByRefLike && !method.ReturnType.IsPointer
        && method.GetParameters().All(parameter => !parameter.ParameterType.IsByRef && !parameter.ParameterType.IsPointer && Arguments.CanMake(parameter.ParameterType))
        && !Kept.Any(name => method.Name.StartsWith(name, StringComparison.Ordinal));
}
