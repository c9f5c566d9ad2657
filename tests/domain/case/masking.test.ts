import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { holdsPersonalData, mask, maskPersonalData } from '../../../domain/case/masking'
import { faultOfNameShape } from '../../../domain/case/name-shape'

const masked = (text: string) => maskPersonalData(text).masked

// The check digit of GB 11643 by its definition: 11010519491231002X is the standard's own example.
const standardId = '11010519491231002X'

describe('found and masked', () => {
  test.each([
    ['phone', '打13812345678找我'], ['phone', '138 1234 5678'], ['phone', '138-1234-5678'], ['phone', '+86 13812345678'],
    ['phone', '8613812345678'], ['phone', '１３８１２３４５６７８'], ['phone', '138　1234　5678'],
    ['id_number', standardId], ['id_number', '11010519491231002x'], ['id_number', '110105 1949 1231 002X'],
    ['id_number', '１１０１０５１９４９１２３１００２Ｘ'],
    ['app_id', 'wx0123456789abcdef'], ['original_id', 'gh_0123456789ab'], ['wechat_id', '微信号：zhang_san88'],
    ['filing_number', '京ICP备2023012345号-1X'], ['filing_number', '粤 ICP 备 12345678 号'], ['filing_number', '沪icp备12345号'],
    ['credit_code', '91350100M000100Y43'], ['registration_number', '2023SR0123456'],
    ['registration_number', '第1234567号'],
    ['email', 'a.b+c@mail.example.com'], ['email', 'a＠example.com'],
    ['url_token', 'https://a.cn/x?token=abc'], ['url_token', 'https://a.cn/x#access_token=abc'],
    ['url_token', 'https://a.cn/x?s=0123456789abcdef0123456789'], ['url_token', 'https://u:p@a.cn/'],
    ['digits', '订单100012345678'], ['digits', '6222 0212 3456 7890 123'], ['digits', '１２３４５６７８'],
  ])('%s in %s', (kind, text) => {
    const found = maskPersonalData(text)
    expect(found.masked).toEqual([kind])
    expect(found.text).toContain(mask)
    expect(found.text).not.toMatch(/[0-9０-９]{5}/)
  })

  test('3 kinds in one sentence are told in the order of the codes and all masked', () => {
    const found = maskPersonalData(`电话13812345678，身份证${standardId}，邮箱 a@b.cn。`)
    expect(found).toEqual({ text: `电话${mask}，身份证${mask}，邮箱 ${mask}。`, masked: ['id_number', 'phone', 'email'] })
  })

  test('an address keeps its place and loses its token', () => {
    expect(maskPersonalData('看 https://a.cn/wiki?token=abc，谢谢').text).toBe(`看 https://a.cn/wiki${mask}，谢谢`)
  })
})

describe('left alone', () => {
  test.each([
    '2023-11-09 14:05 付款 30 元', '20231109 提交', '202311091405', '20231109140530', '第 2 轮，共 300 元', '1234567',
    'https://developers.weixin.qq.com/community/develop/doc/000?page=2#comment', '微信认证 13 天', 'wx 登录',
    '110 天', 'ICP 备案', '2023 SR 是软著的编号',
  ])('%s', text => {
    expect(maskPersonalData(text)).toEqual({ text, masked: [] })
  })

  test('18 digits whose check digit is one off are no ID, but a long number', () => {
    expect(masked('110105194912310021')).toEqual(['digits'])
  })

  test('of the 10 last digits one makes an ID', () => {
    const ids = [...'0123456789'].filter(last => masked(`44030619900101123${last}`).includes('id_number'))
    expect(ids.length).toBe(1)
  })

  test('20231399 is no date, and masked', () => {
    expect(masked('20231399')).toEqual(['digits'])
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    '13812345678', standardId, 'wx0123456789abcdef', 'gh_0123456789ab', 'a@b.cn', '2023-11-09', '过审', '12345678', ' ',
    'https://a.cn/?token=1', '京ICP备12345678号', '-', '1', '@', '86',
  )

  test('masking twice is masking once, and leaves nothing to find', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const once = maskPersonalData(pieces.join(''))
      expect(maskPersonalData(once.text)).toEqual({ text: once.text, masked: [] })
      expect(holdsPersonalData(once.text)).toBe(false)
    }))
  })

  test('32,000 characters made to confuse each pattern are read to their end, where a phone is found', () => {
    for (const bait of ['a', '@', '1', 'http://', 'http://a?', 'a@a.', '138 ', '京ICP备', '微信号', '0000 ', '第1', 'a.']) {
      const text = `${bait.repeat(32_000 / bait.length)} 13812345678 `
      expect(masked(text)).toContain('phone')
    }
  })
})

describe('the shape of a name', () => {
  test.each([
    ['〇〇记账', null], ['〇的小屋', null], ['〇记', null],
    ['〇', 'name_shape_length'], ['〇'.repeat(31), 'name_shape_length'], ['小明记账', 'name_shape_unveiled'],
    ['〇13812345678', 'name_shape_telling'], [`〇${standardId}`, 'name_shape_telling'],
    ['〇 https://a.cn', 'name_shape_telling'],
    ['〇记账.com', 'name_shape_telling'],
  ])('%s: %s', (shape, fault) => {
    expect(faultOfNameShape(shape)).toBe(fault)
  })
})
