using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The calls that skip boxing; which ones is decided by measurement (hot.cpp).</summary>
    public unsafe partial class Tensor
    {
        internal static Tensor Add(Tensor left, Tensor right)
        {
            Value result;
            int status = NativeMethods.tl_add(HandleOf(left), HandleOf(right), &result);
            return Finish(status, "aten::add.Tensor", left, right, in result);
        }

        internal static Tensor Subtract(Tensor left, Tensor right)
        {
            Value result;
            int status = NativeMethods.tl_sub(HandleOf(left), HandleOf(right), &result);
            return Finish(status, "aten::sub.Tensor", left, right, in result);
        }

        internal static Tensor Multiply(Tensor left, Tensor right)
        {
            Value result;
            int status = NativeMethods.tl_mul(HandleOf(left), HandleOf(right), &result);
            return Finish(status, "aten::mul.Tensor", left, right, in result);
        }

        internal static Tensor Divide(Tensor left, Tensor right)
        {
            Value result;
            int status = NativeMethods.tl_div(HandleOf(left), HandleOf(right), &result);
            return Finish(status, "aten::div.Tensor", left, right, in result);
        }

        internal static Tensor Add(Tensor left, in Scalar right)
        {
            Value result, number = Value.Of(in right);
            int status = NativeMethods.tl_add_scalar(HandleOf(left), &number, &result);
            return Finish(status, "aten::add.Scalar", left, in result);
        }

        internal static Tensor Subtract(Tensor left, in Scalar right)
        {
            Value result, number = Value.Of(in right);
            int status = NativeMethods.tl_sub_scalar(HandleOf(left), &number, &result);
            return Finish(status, "aten::sub.Scalar", left, in result);
        }

        internal static Tensor Multiply(Tensor left, in Scalar right)
        {
            Value result, number = Value.Of(in right);
            int status = NativeMethods.tl_mul_scalar(HandleOf(left), &number, &result);
            return Finish(status, "aten::mul.Scalar", left, in result);
        }

        internal static Tensor Divide(Tensor left, in Scalar right)
        {
            Value result, number = Value.Of(in right);
            int status = NativeMethods.tl_div_scalar(HandleOf(left), &number, &result);
            return Finish(status, "aten::div.Scalar", left, in result);
        }

        internal static Tensor MatMul(Tensor left, Tensor right)
        {
            Value result;
            int status = NativeMethods.tl_matmul(HandleOf(left), HandleOf(right), &result);
            return Finish(status, "aten::matmul", left, right, in result);
        }

        internal static Tensor Linear(Tensor input, Tensor weight, Tensor? bias)
        {
            Value result;
            int status = NativeMethods.tl_linear(HandleOf(input), HandleOf(weight), bias?.Handle ?? 0, &result);
            GC.KeepAlive(bias);
            return status == 0
                ? Finish(0, "", input, weight, in result)
                : throw NativeError.FromOperator(status, "aten::linear", input, weight, bias!);
        }

        internal static Tensor Relu(Tensor self)
        {
            Value result;
            int status = NativeMethods.tl_relu(HandleOf(self), &result);
            return Finish(status, "aten::relu", self, in result);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Tensor Finish(int status, string op, Tensor left, Tensor right, in Value result)
        {
            if (status != 0)
            {
                throw NativeError.FromOperator(status, op, left, right);
            }

            GC.KeepAlive(left);
            GC.KeepAlive(right);
            return result.TakeTensor();
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Tensor Finish(int status, string op, Tensor self, in Value result)
        {
            if (status != 0)
            {
                throw NativeError.FromOperator(status, op, self);
            }

            GC.KeepAlive(self);
            return result.TakeTensor();
        }

        private Tensor Taken(in Value result)
        {
            GC.KeepAlive(this);
            return result.TakeTensor();
        }
    }
}
