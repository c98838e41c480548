package language

// japanese holds what Japanese exports say.
var japanese = Language{
	Code: "ja",
	Days: [7]string{"月曜日 月", "火曜日 火", "水曜日 水", "木曜日 木", "金曜日 金", "土曜日 土", "日曜日 日"},
	AM:   "午前", PM: "午後",
	Headers: map[string]string{
		"opened":           "受付日 受付時 登録日 作成日 起票日 申請日 発生日 報告日 依頼日 開始日時 タイムスタンプ",
		"resolved":         "解決日 完了日 対応完了",
		"closed":           "クローズ日 終了日",
		"updated":          "更新日",
		"id":               "受付番号 管理番号 チケット番号 問合せ番号 案件番号 番号",
		"category":         "カテゴリ 分類 種別",
		"subject":          "件名 タイトル 題名 表題",
		"description":      "内容 詳細 説明",
		"requester":        "依頼者 申請者 報告者 起票者 利用者 作成者",
		"department":       "部署 部門 所属",
		"location":         "場所 拠点",
		"assignment_group": "グループ チーム",
		"assignee":         "担当者 担当",
		"priority":         "優先度",
		"urgency":          "緊急度",
		"impact":           "影響度",
		"state":            "ステータス 状態 状況",
		"channel":          "受付方法 経路",
	},
}
