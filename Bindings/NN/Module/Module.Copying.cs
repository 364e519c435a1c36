using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            // The fields of each module type that may hold something to copy, found once.
            private static readonly ConditionalWeakTable<Type, FieldInfo[]> CopiedFields = [];

            /// <summary>Makes this module's part of a copy and tells it to the copies before what is below it is copied.</summary>
            internal virtual Module CopyInto(ModuleCopies copies)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                if (_computed is { Count: > 0 })
                {
                    throw new NotSupportedException(
                        $"{TypeName} computes \"{_computed.Keys.First()}\" from other parameters and cannot be copied: remove the normalization, "
                        + "parametrization or pruning first.");
                }

                var copy = (Module)MemberwiseClone();
                copies.Remember(this, copy);
                copy._internal_params = CopyOf(_internal_params, parameter => parameter is null ? null : (Parameter)copies.Copy(parameter));
                copy._internal_buffers = CopyOf(_internal_buffers, entry => (copies.Copy(entry.buffer), entry.persistent));
                copy._internal_submodules = CopyOf(_internal_submodules, copies.Copy);
                copy._backwardHooks = _backwardHooks?.CopyFor(copy);
                copy._stateDictHooks = _stateDictHooks?.Copy();
                foreach (var field in CopiedFields.GetValue(GetType(), _ => FindCopiedFields(GetType())))
                {
                    if (field.GetValue(this) is { } value
                        && (CopyOfOwn(value, copies) ?? copies.CopyOfValue(value, $"{TypeName}'s field {field.Name}")) is { } valueCopy)
                    {
                        field.SetValue(copy, valueCopy);
                    }
                }

                return copy;
            }

            /// <summary>The copy of a collection that only this class knows the type of; null for any other value.</summary>
            private protected virtual object? CopyOfOwn(object value, ModuleCopies copies) => null;

            /// <summary>The pairs of a dictionary in their order, with other values.</summary>
            private protected static OrderedDict<string, T> CopyOf<T>(OrderedDict<string, T> original, Func<T, T> copyOfValue)
            {
                var copy = new OrderedDict<string, T>();
                foreach (var (key, value) in original)
                {
                    copy.Add(key, copyOfValue(value));
                }

                return copy;
            }

            [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Every type walked derives from Module, whose annotation keeps its fields.")]
            [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "Every type walked derives from Module, whose annotation keeps its fields.")]
            [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Every type walked derives from Module, whose annotation keeps its fields.")]
            private static FieldInfo[] FindCopiedFields(Type moduleType)
            {
                const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
                var found = new List<FieldInfo>();
                for (var type = moduleType; type is not null && type != typeof(Module) && !IsHookable(type); type = type.BaseType)
                {
                    found.AddRange(type.GetFields(Own).Where(field => MayHoldSomething(field.FieldType)));
                }

                return [.. found];
            }

            /// <summary>The hooks of a call are never changed, only replaced: a copy shares them.</summary>
            private static bool IsHookable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(HookableModule<,>);

            private static bool MayHoldSomething(Type type) =>
                type != typeof(string) && (!type.IsPrimitive && !type.IsEnum && !typeof(Device).IsAssignableFrom(type));
        }
    }
}
