using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            // The fields of each module type that may hold a tensor, found once.
            private static readonly ConditionalWeakTable<Type, FieldInfo[]> TensorFields = [];

            /// <summary>Puts another tensor into every field, array and list of this module that holds a given one.</summary>
            private void ReplaceInFields(Tensor old, Tensor replacement)
            {
                foreach (var field in TensorFields.GetValue(GetType(), _ => FindTensorFields(GetType())))
                {
                    switch (field.GetValue(this))
                    {
                        case Tensor tensor when ReferenceEquals(tensor, old):
                            field.SetValue(this, replacement);
                            break;
                        case IList<Modules.Parameter> parameters when replacement is Modules.Parameter parameter:
                            ReplaceInList(parameters, old, parameter);
                            break;
                        case IList<Tensor> tensors and not Array:
                            ReplaceInList(tensors, old, replacement);
                            break;
                        case Tensor[] array:
                            ReplaceInList(array, old, replacement);
                            break;
                    }
                }
            }

            private static void ReplaceInList<T>(IList<T> list, Tensor old, T replacement)
                where T : Tensor
            {
                for (var i = 0; i < list.Count; i++)
                {
                    if (ReferenceEquals(list[i], old))
                    {
                        list[i] = replacement;
                    }
                }
            }

            [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Every type walked derives from Module, whose annotation keeps its fields.")]
            [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "Every type walked derives from Module, whose annotation keeps its fields.")]
            [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Every type walked derives from Module, whose annotation keeps its fields.")]
            private static FieldInfo[] FindTensorFields(Type moduleType)
            {
                const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
                var found = new List<FieldInfo>();
                for (var type = moduleType; type is not null && type != typeof(Module); type = type.BaseType)
                {
                    found.AddRange(type.GetFields(Own).Where(field =>
                        typeof(Tensor).IsAssignableFrom(field.FieldType) || typeof(System.Collections.IList).IsAssignableFrom(field.FieldType)));
                }

                return [.. found];
            }
        }
    }
}
